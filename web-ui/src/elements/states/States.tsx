// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { CircleAlert, Inbox, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem, problemKey } from "../../api/problem";
import classes from "./States.module.css";

/** What went wrong, in the reader's language where the server's words are not enough. */
export function useProblemText(): (failure: unknown) => string {
  const { t } = useTranslation();
  return (failure) => {
    if (!(failure instanceof Problem)) return t("problem.other", { status: "?" });
    const key = problemKey(failure);
    const minutes = Math.max(1, Math.ceil((failure.extra.retryAfterSeconds ?? 60) / 60));
    return key === null ? failure.detail : t(key, { status: failure.status, minutes });
  };
}

export function Loading({ rows = 4, height = 20 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} role="status" aria-label={t("state.loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius={6} />
      ))}
    </div>
  );
}

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; icon?: ReactNode };

export function Empty({ title, children, action, icon }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <span className={classes.icon}>{icon ?? <Inbox size={20} aria-hidden />}</span>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <div className={classes.empty} role="alert">
      <span className={classes.icon} data-tone="critical">
        <CircleAlert size={20} aria-hidden />
      </span>
      <p className={classes.title}>{t("state.failed")}</p>
      <div className={classes.text}>{textOf(failure)}</div>
      {retry && (
        <Button variant="default" size="xs" leftSection={<RotateCw size={14} />} onClick={retry}>
          {t("state.retry")}
        </Button>
      )}
    </div>
  );
}

type AnswerProps<T> = {
  query: UseQueryResult<T>;
  loading?: ReactNode;
  empty?: { when: (data: T) => boolean; show: ReactNode };
  children: (data: T) => ReactNode;
};

/** The three endings of a call: not there yet, failed, there (perhaps empty). Old data outlives a failed refresh. */
export function Answer<T>({ query, loading, empty, children }: AnswerProps<T>) {
  if (query.data !== undefined) {
    return empty?.when(query.data) ? empty.show : children(query.data);
  }
  if (query.isError) return <Failure failure={query.error} retry={() => void query.refetch()} />;
  return loading ?? <Loading />;
}
