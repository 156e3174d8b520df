-- SPDX-License-Identifier: Apache-2.0
-- Which plan a tenant has: the name of one in the configuration. What it says stands there.

alter table tenant add column plan_name varchar(40) default 'standard' not null;
