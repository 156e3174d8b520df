-- SPDX-License-Identifier: Apache-2.0
-- Where else each tenant's series lie.
create table series_source (
    pk         varchar(36) not null primary key,
    tenant_id  varchar(40) not null,
    name       varchar(40) not null,
    version    integer     not null,
    definition text        not null,
    constraint series_source_name unique (tenant_id, name)
);
