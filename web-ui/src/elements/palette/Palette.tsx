// SPDX-License-Identifier: Apache-2.0
import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Palette.module.css";
import { type Entry, useEntries } from "./useEntries";

type Props = { opened: boolean; onClose: () => void; onKeys: () => void };

/** ⌘K: pages, actions, rules, metrics and alerts by a few letters of their names. */
export function Palette({ opened, onClose, onKeys }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={620} padding={0} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.title")}>
        <Modal.Body>
          <Finder onClose={onClose} onKeys={onKeys} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ onClose, onKeys }: Omit<Props, "opened">) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 120);
  const [chosen, setChosen] = useState(0);
  const entries = useEntries(text, search, onKeys);
  const list = useId();
  const active = Math.min(chosen, Math.max(0, entries.length - 1));
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((active + step + entries.length) % Math.max(1, entries.length));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(entries[active]);
    }
  };

  return (
    <>
      <input className={classes.input} data-autofocus value={text} placeholder={t("palette.placeholder")}
        role="combobox" aria-expanded="true" aria-controls={list} aria-label={t("palette.title")}
        aria-activedescendant={entries.length > 0 ? `${list}-${active}` : undefined} autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown} />
      <div ref={box} id={list} className={classes.list} role="listbox" aria-label={t("palette.title")}>
        {entries.map((entry, index) => (
          <div key={entry.id} id={`${list}-${index}`} role="option" aria-selected={index === active}
            className={classes.entry} onMouseMove={() => setChosen(index)} onClick={() => run(entry)}>
            <entry.icon size={15} aria-hidden />
            <span className={entry.isCode ? classes.code : classes.name}>{entry.label}</span>
            <span className={classes.kind}>{entry.kind}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={classes.none}>{t("palette.nothing", { text })}</p>}
    </>
  );
}
