# SPDX-License-Identifier: Apache-2.0
"""The parts of the header that tell the engine how verdicts become alerts: fire and missing."""
from .values import is_number, show
from .header import DAY, FIRE, FLAP, MISSING, check_names, read_duration

CAMEL = {"for_": "for", "clear_below": "clearBelow", "stale_after": "staleAfter"}


def read_fire(definition, report):
    fire = definition.get("fire")
    if fire is None:
        return {"for": "0s", "keep": "0s"}
    if not isinstance(fire, dict):
        report(f'fire must be a dict such as dict(for_="30s", keep="1m"), not {show(fire)}', "fire")
        return {"for": "0s", "keep": "0s"}
    # "for" is a word of Python; written as a text it means the same.
    fire = {("for_" if name == "for" else name): value for name, value in fire.items()}
    check_names("fire", fire, FIRE, report)

    def span(field):
        return read_duration(f"fire.{field}", fire.get(field), (0, 31 * DAY, "0s"), report)

    read = {"for": span("for_"), "keep": span("keep")}
    if fire.get("clear_below") is not None:
        read["clearBelow"] = read_policy_number("fire.clear_below", fire["clear_below"], report)
    if fire.get("repeat") is not None:
        read["repeat"] = span("repeat")
    if fire.get("flap") is not None:
        read["flap"] = read_flap(fire["flap"], report)
    return read


def read_flap(flap, report):
    if not isinstance(flap, dict):
        report(f"fire.flap must be a dict such as dict(over=20, high=0.5), not {show(flap)}", "flap")
        return {}
    check_names("fire.flap", flap, FLAP, report)
    return {str(field): read_policy_number(f"fire.flap.{field}", value, report) for field, value in flap.items()}


def read_policy_number(field, value, report):
    if not is_number(value):
        report(f"{field} must be a number, not {show(value)}", field.split(".")[-1])
        return 0
    return value


def read_missing(definition, report):
    missing = definition.get("missing")
    if missing is None:
        return {}
    if not isinstance(missing, dict):
        report(f'missing must be a dict such as dict(stale_after="10m"), not {show(missing)}', "missing")
        return {}
    check_names("missing", missing, MISSING, report)
    read = {}
    if missing.get("stale_after") is not None:
        read["staleAfter"] = read_duration("missing.stale_after", missing["stale_after"], (1000, 31 * DAY, "10m"), report)
    if missing.get("unless") is not None:
        if missing["unless"] != "entity-ended":
            report(f'missing.unless must be "entity-ended", not {show(missing["unless"])}', "unless")
        read["unless"] = "entity-ended"
    return read
