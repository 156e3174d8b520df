# SPDX-License-Identifier: Apache-2.0
from sextant.testing import check, gen
from filesystem_full_soon import evaluate


@check(evaluate, "fires on a trend that is full within a day, not on a flat line")
def trend(t):
    t.series("host.filesystem.used_ratio", {"host": "a", "mount": "/data"}, gen.ramp(0.5, 0.9, "06:00", "10h"), every="5m")
    t.series("host.filesystem.used_ratio", {"host": "a", "mount": "/"}, gen.constant(0.95), every="5m")
    t.run("2026-03-02T00:00/16h")
    t.expect.first_fire(mount="/data").between("06:00", "10:00")
    t.expect.no_fire(mount="/")
