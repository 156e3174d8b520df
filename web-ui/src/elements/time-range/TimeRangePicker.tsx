// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from "@mantine/core";
import { Clock3, ZoomOut } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DEFAULT_RANGE, PRESETS, rangeOf, type TimeRange, withRange } from "../../format/range";
import { formatTime } from "../../format/time";

/** The time range of the page, kept in its address. */
export function useTimeRange(fallback: TimeRange = DEFAULT_RANGE): [TimeRange, (range: TimeRange) => void] {
  const [search, setSearch] = useSearchParams();
  const range = useMemo(() => rangeOf(search, fallback), [search, fallback]);
  const setRange = useCallback(
    (next: TimeRange) => setSearch((now) => withRange(now, next), { replace: false }),
    [setSearch],
  );
  return [range, setRange];
}

type Props = { range: TimeRange; onChange: (range: TimeRange) => void };

export function TimeRangePicker({ range, onChange }: Props) {
  const { t } = useTranslation();
  const label = range.kind === "last" ? t("range.last", { last: range.last })
    : `${formatTime(range.from)} – ${formatTime(range.to)}`;
  return (
    <>
      {range.kind === "between" && (
        <Button variant="default" size="xs" leftSection={<ZoomOut size={14} />}
          onClick={() => onChange(DEFAULT_RANGE)}>
          {t("range.reset")}
        </Button>
      )}
      <Menu position="bottom-end" width={180}>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<Clock3 size={14} />} title={t("range.choose")}>
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PRESETS.map((last) => (
            <Menu.Item key={last} onClick={() => onChange({ kind: "last", last })}>
              {t("range.last", { last })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
