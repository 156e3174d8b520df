// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { DESTINATIONS } from "./navigation";

const CHORD_MILLIS = 1_200;

type Actions = { openPalette: () => void; openKeys: () => void; toggleNavigation: () => void };

/** Keys that work everywhere: ⌘K, ?, [ and g followed by the letter of a page. */
export function useKeys({ openPalette, openKeys, toggleNavigation }: Actions): void {
  const navigate = useNavigate();
  const chordUntil = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openPalette();
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (Date.now() < chordUntil.current) {
        chordUntil.current = 0;
        const page = DESTINATIONS.find((destination) => destination.key === event.key);
        if (page) void navigate(page.to);
        return;
      }
      if (event.key === "g") chordUntil.current = Date.now() + CHORD_MILLIS;
      if (event.key === "?") openKeys();
      if (event.key === "[") toggleNavigation();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, openPalette, openKeys, toggleNavigation]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.closest("input, textarea, select, [role=dialog], .monaco-editor") !== null);
}
