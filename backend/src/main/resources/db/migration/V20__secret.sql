-- SPDX-License-Identifier: Apache-2.0
-- Credentials of tenants, sealed; the keys are not in the database.
create table secret (
    pk         varchar(36)                 not null primary key,
    tenant_id  varchar(40)                 not null,
    name       varchar(60)                 not null,
    hosts      text                        not null,
    key_id     varchar(100)                not null,
    sealed     text                        not null,
    changed_at timestamp(6) with time zone not null,
    constraint secret_name unique (tenant_id, name)
);
