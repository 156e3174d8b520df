-- SPDX-License-Identifier: Apache-2.0
-- Algorithms that tenants registered: how each stands, its versions, and how these came to their stages.

create table own_algorithm (
    pk        varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    name      varchar(60) not null,
    newest    integer     not null,
    stable    integer,
    language  varchar(20) not null,
    header    text        not null,
    constraint own_algorithm_name unique (tenant_id, name)
);

create table own_algorithm_version (
    pk             varchar(36)                 not null primary key,
    tenant_id      varchar(40)                 not null,
    algorithm_name varchar(60)                 not null,
    number         integer                     not null,
    language       varchar(20)                 not null,
    source         text                        not null,
    documentation  text                        not null,
    header         text                        not null,
    saved_at       timestamp(6) with time zone not null,
    saved_by       varchar(200)                not null,
    constraint own_algorithm_version_number unique (tenant_id, algorithm_name, number)
);

create table own_algorithm_stage (
    pk             varchar(36)                 not null primary key,
    tenant_id      varchar(40)                 not null,
    algorithm_name varchar(60)                 not null,
    place          integer                     not null,
    number         integer                     not null,
    stage          varchar(10)                 not null,
    changed_at     timestamp(6) with time zone not null,
    changed_by     varchar(200)                not null,
    constraint own_algorithm_stage_place unique (tenant_id, algorithm_name, place)
);
