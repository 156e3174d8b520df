-- SPDX-License-Identifier: Apache-2.0
-- Rules that failed lately: how often in a row, and until when they are left alone.

create table rule_breaker (
    pk           varchar(36) not null primary key,
    tenant_id    varchar(40) not null,
    rule_name    varchar(80) not null,
    rule_version integer     not null,
    failures     integer     not null,
    open_until   timestamp(6) with time zone,
    reason       varchar(2000),
    constraint rule_breaker_name unique (tenant_id, rule_name)
);
