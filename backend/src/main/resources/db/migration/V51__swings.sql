-- SPDX-License-Identifier: Apache-2.0
-- Alerts that come and go are held; alerts that go on are told again.

alter table alert add column announced_at timestamp(6) with time zone;
alter table alert add column swing_bad boolean default false not null;
alter table alert add column swing_held boolean default false not null;
alter table alert add column swing_times varchar(1600);
