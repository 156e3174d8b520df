// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { CalendarClock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldText, fieldTime } from "../../format/time";
import classes from "./TimeField.module.css";

type Props = Omit<TextInputProps, "value" | "onChange" | "type" | "rightSection"> & {
  /** RFC 3339; null: none. */
  value: string | null;
  onChange: (time: string | null) => void;
};

/**
 * A time as 2026-11-22 03:10, in every language alike: the browser's own field would follow the browser's language, not the
 * page's. Its calendar still opens by the button.
 */
export function TimeField({ value, onChange, error, ...input }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(fieldText(value));
  const [known, setKnown] = useState(value);
  const [isLeft, setLeft] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const isBad = text.trim() !== "" && fieldTime(text) === null;
  if (value !== known) {
    setKnown(value);
    if (fieldTime(text) !== value) setText(fieldText(value));
  }
  useEffect(() => field.current?.setCustomValidity(isBad ? t("time.bad") : ""), [isBad, t]);
  const change = (typed: string) => {
    setText(typed);
    setLeft(false);
    const time = fieldTime(typed);
    if (time !== null || typed.trim() === "") onChange(time);
  };
  return (
    <TextInput placeholder={t("time.format")} {...input} ref={field} value={text} error={error ?? (isBad && isLeft && t("time.bad"))}
      onChange={(event) => change(event.currentTarget.value)} onBlur={() => setLeft(true)}
      rightSection={(
        <span className={classes.picker}>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t("time.pick")} onClick={() => picker.current?.showPicker()}>
            <CalendarClock size={14} />
          </ActionIcon>
          <input ref={picker} type="datetime-local" tabIndex={-1} aria-hidden value={fieldText(fieldTime(text)).replace(" ", "T")}
            onChange={(event) => change(event.currentTarget.value.replace("T", " "))} />
        </span>
      )} />
  );
}
