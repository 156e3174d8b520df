-- SPDX-License-Identifier: Apache-2.0
-- Modules that a tenant's rules import. A deleted module leaves its versions, so that rules of old can be looked at and
-- replayed, and so that no number is given twice.

create table module (
    pk         varchar(36)  not null primary key,
    tenant_id  varchar(40)  not null,
    name       varchar(160) not null,
    version    integer      not null,
    constraint module_name unique (tenant_id, name)
);

create table module_version (
    pk          varchar(36)                 not null primary key,
    tenant_id   varchar(40)                 not null,
    module_name varchar(160)                not null,
    number      integer                     not null,
    source      text                        not null,
    saved_at    timestamp(6) with time zone not null,
    saved_by    varchar(200)                not null,
    constraint module_version_number unique (tenant_id, module_name, number)
);

-- The test file of a rule, and the versions of the modules that each version of a rule imports.
alter table rule add column tests text;
alter table rule_version add column tests text;
alter table rule_version add column modules text default '[]' not null;
