-- SPDX-License-Identifier: Apache-2.0
-- Rules, their versions, what they remember, and the ledger of their slots.

create table rule (
    pk           varchar(36)                 not null primary key,
    tenant_id    varchar(40)                 not null,
    name         varchar(80)                 not null,
    version      integer                     not null,
    language     varchar(20)                 not null,
    source       text                        not null,
    parameters   text                        not null,
    header       text                        not null,
    enabled      boolean                     not null,
    active_since timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null,
    updated_by   varchar(200)                not null,
    constraint rule_name unique (tenant_id, name)
);

create table rule_version (
    pk        varchar(36)                 not null primary key,
    tenant_id varchar(40)                 not null,
    rule_name varchar(80)                 not null,
    number    integer                     not null,
    language  varchar(20)                 not null,
    source    text                        not null,
    saved_at  timestamp(6) with time zone not null,
    saved_by  varchar(200)                not null,
    constraint rule_version_number unique (tenant_id, rule_name, number)
);

create table rule_state (
    pk        varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    rule_name varchar(80) not null,
    state     text        not null,
    constraint rule_state_name unique (tenant_id, rule_name)
);

-- One row per slot; a skipped row may stand for all slots from slot_at to through_at.
create table evaluation (
    id              varchar(36)                 not null primary key,
    tenant_id       varchar(40)                 not null,
    rule_name       varchar(80)                 not null,
    rule_version    integer                     not null,
    slot_at         timestamp(6) with time zone not null,
    through_at      timestamp(6) with time zone not null,
    outcome         varchar(20)                 not null,
    reason          varchar(2000),
    started_at      timestamp(6) with time zone not null,
    duration_millis bigint                      not null,
    detail          text                        not null,
    constraint evaluation_slot unique (tenant_id, rule_name, slot_at)
);

create index evaluation_age on evaluation (tenant_id, slot_at);
