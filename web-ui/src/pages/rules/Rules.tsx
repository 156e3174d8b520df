// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Switch, TextInput } from "@mantine/core";
import { Plus, ScrollText, Search, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api } from "../../api/client";
import { keys, useRules, useWrite } from "../../api/hooks";
import type { RuleSummary } from "../../api/types";
import { Confirm } from "../../elements/confirm/Confirm";
import { PageHead, Panel } from "../../elements/panel/Panel";
import { Answer, Empty, Loading, useProblemText } from "../../elements/states/States";
import { OutcomeStatus } from "../../elements/status/Status";
import { type Column, Table } from "../../elements/table/Table";
import { toast } from "../../elements/toast/toast";
import { localized } from "../../format/text";
import { formatTime } from "../../format/time";
import { formatValue } from "../../format/units";
import { AlertCounts } from "./AlertCounts";
import { Gallery } from "./Gallery";

/** Every rule with how it fares. */
export default function Rules() {
  const { t, i18n } = useTranslation();
  const rules = useRules();
  const [search, setSearch] = useSearchParams();
  const [filter, setFilter] = useState("");
  const [doomed, setDoomed] = useState<RuleSummary | null>(null);
  const toggle = useToggle();
  const remove = useRemove(() => setDoomed(null));
  const openGallery = (isOpen: boolean) => setSearch(isOpen ? { new: "1" } : {}, { replace: true });
  const newRule = (
    <Button leftSection={<Plus size={15} />} onClick={() => openGallery(true)}>{t("rules.new")}</Button>
  );

  const title = (rule: RuleSummary) => localized(rule.title, i18n.language) || rule.id;
  const columns: Column<RuleSummary>[] = [
    { key: "title", title: t("rules.rule"), grow: true, cell: title },
    { key: "id", title: t("rules.id"), from: "desktop", cell: (rule) => <code className="dim">{rule.id}</code> },
    {
      key: "language", title: t("rules.language"), from: "desktop",
      cell: (rule) => <span className="dim">{t(`language.${rule.language}`)}</span>,
    },
    { key: "alerts", title: t("rules.alerts"), cell: (rule) => <AlertCounts rule={rule} /> },
    { key: "last", title: t("rules.last"), from: "tablet", cell: (rule) => <LastEvaluation rule={rule} /> },
    { key: "every", title: t("rules.every"), from: "tablet", number: true, cell: (rule) => rule.every },
    { key: "version", title: t("rules.version"), from: "desktop", number: true, cell: (rule) => `v${rule.version}` },
    {
      key: "enabled", title: t("rules.enabled"), quiet: true,
      cell: (rule) => (
        <Switch size="xs" checked={rule.enabled} aria-label={t("rules.enableRule", { name: title(rule) })}
          disabled={toggle.isPending} onChange={() => toggle.mutate(rule)} />
      ),
    },
    {
      key: "delete", title: t("action.delete"), quiet: true, from: "tablet",
      cell: (rule) => (
        <ActionIcon variant="subtle" color="gray" aria-label={t("rules.deleteRule", { name: title(rule) })}
          onClick={() => setDoomed(rule)}>
          <Trash2 size={15} />
        </ActionIcon>
      ),
    },
  ];
  const isShown = (rule: RuleSummary) => `${title(rule)} ${rule.id}`.toLowerCase().includes(filter.toLowerCase());

  return (
    <>
      <PageHead title={t("page.rules")}>
        <TextInput size="xs" placeholder={t("rules.filter")} aria-label={t("rules.filter")} value={filter}
          leftSection={<Search size={14} />} onChange={(event) => setFilter(event.currentTarget.value)} />
        {newRule}
      </PageHead>
      <Panel flush>
        <Answer query={rules} loading={<Loading rows={6} />} empty={{
          when: (page) => page.items.length === 0,
          show: (
            <Empty title={t("rules.none")} icon={<ScrollText size={20} aria-hidden />} action={newRule}>
              {t("rules.noneText")}
            </Empty>
          ),
        }}>
          {(page) => {
            const shown = page.items.filter(isShown);
            return shown.length === 0 ? <Empty title={t("rules.noMatch", { filter })} />
              : <Table label={t("page.rules")} columns={columns} rows={shown} rowKey={(rule) => rule.id}
                  to={(rule) => `/rules/${encodeURIComponent(rule.id)}`} />;
          }}
        </Answer>
      </Panel>
      <Gallery opened={search.has("new")} onClose={() => openGallery(false)} />
      <Confirm opened={doomed !== null} title={t("rules.deleteTitle")} action={t("action.delete")}
        text={t("rules.deleteText", { name: doomed ? title(doomed) : "" })} isBusy={remove.isPending}
        onConfirm={() => doomed && remove.mutate(doomed)} onClose={() => setDoomed(null)} />
    </>
  );
}

function useToggle() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite(async (rule: RuleSummary) => {
    const whole = await api.rule(rule.id);
    const { source, language, parameters } = whole;
    return api.putRule(rule.id, { source, language, parameters, enabled: !rule.enabled }, whole.version);
  }, keys.rules, ["rule"]);
  return {
    isPending: write.isPending,
    mutate: (rule: RuleSummary) => write.mutate(rule, {
      onSuccess: (saved) => {
        if (saved.testRun?.passed === false) toast(t("editor.savedOff", { name: saved.id, version: saved.version }), "critical");
        else toast(t(saved.enabled ? "rules.nowEnabled" : "rules.nowDisabled", { name: saved.id }));
      },
      onError: (failure) => toast(textOf(failure), "critical"),
    }),
  };
}

function useRemove(onDone: () => void) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const write = useWrite((rule: RuleSummary) => api.deleteRule(rule.id, rule.version), keys.rules, keys.alerts);
  return {
    isPending: write.isPending,
    mutate: (rule: RuleSummary) => write.mutate(rule, {
      onSuccess: () => toast(t("rules.deleted", { name: rule.id })),
      onError: (failure) => toast(textOf(failure), "critical"),
      onSettled: onDone,
    }),
  };
}

function LastEvaluation({ rule }: { rule: RuleSummary }) {
  const { t } = useTranslation();
  if (rule.lastEvaluation === null) return <span className="dim">{t("rules.notYet")}</span>;
  const { outcome, slot, durationMillis } = rule.lastEvaluation;
  if (rule.pause !== null) {
    const { until, failures, reason } = rule.pause;
    return (
      <>
        <OutcomeStatus outcome="failed" />{" "}
        <span className="dim">{t("rules.pause", { until: formatTime(until), count: failures, reason: reason ?? "" })}</span>
      </>
    );
  }
  return (
    <>
      <OutcomeStatus outcome={outcome} />{" "}
      <span className="dim">{formatTime(slot)} · {formatValue(durationMillis, "ms")}</span>
    </>
  );
}
