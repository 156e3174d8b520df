// SPDX-License-Identifier: Apache-2.0
import { CheckCircle2, CircleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { currentNotes, subscribe } from "./toast";
import classes from "./Toasts.module.css";

export function Toasts() {
  const notes = useSyncExternalStore(subscribe, currentNotes);
  return (
    <div className={classes.region} role="status" aria-live="polite">
      {notes.map((note) => (
        <div key={note.id} className={classes.toast} data-tone={note.tone}>
          {note.tone === "ok" ? <CheckCircle2 size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
          <span>{note.text}</span>
        </div>
      ))}
    </div>
  );
}
