// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, Languages } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { api } from "../../api/client";
import { keys, useSession } from "../../api/hooks";
import { Logo } from "../../elements/logo/Logo";
import { useProblemText } from "../../elements/states/States";
import { switchLanguage } from "../../i18n";
import { safeNext } from "./next";
import classes from "./SignIn.module.css";

export default function SignIn() {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const session = useSession();
  const [search] = useSearchParams();
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const textOf = useProblemText();
  const signIn = useMutation({
    mutationFn: () => api.signIn(account.trim(), password),
    onSuccess: (signedIn) => {
      client.clear();
      client.setQueryData(keys.session, signedIn);
    },
  });

  if (session.data || signIn.isSuccess) return <Navigate to={safeNext(search.get("next"))} replace />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit} aria-labelledby="sign-in-title">
        <div className={classes.brand}>
          <Logo size={36} />
          <div>
            <h1 id="sign-in-title" className={classes.title}>{t("signIn.title")}</h1>
            <p className={classes.text}>{t("signIn.text")}</p>
          </div>
        </div>
        {search.has("next") && !signIn.isError && <p className={classes.note}>{t("signIn.needed")}</p>}
        {signIn.isError && (
          <p className={classes.error} role="alert">
            <CircleAlert size={16} aria-hidden />
            {textOf(signIn.error)}
          </p>
        )}
        <TextInput label={t("signIn.account")} name="account" autoComplete="username" autoFocus required size="sm"
          withAsterisk={false} value={account} onChange={(event) => setAccount(event.currentTarget.value)} />
        <PasswordInput label={t("signIn.password")} name="password" autoComplete="current-password" required size="sm"
          withAsterisk={false} value={password} onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.show") }} />
        <Button type="submit" fullWidth loading={signIn.isPending} mt={4}>
          {t("signIn.action")}
        </Button>
        <p className={classes.hint}>{t("signIn.hint")}</p>
      </form>
      <button type="button" className={classes.language}
        onClick={() => void switchLanguage(i18n.language === "zh" ? "en" : "zh")}>
        <Languages size={14} aria-hidden /> {t("shell.language")}
      </button>
    </main>
  );
}
