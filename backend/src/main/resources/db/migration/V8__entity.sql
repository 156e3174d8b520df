-- SPDX-License-Identifier: Apache-2.0
-- Entities and the relations between them: a row per version and stretch of time, so that the past stays as it was.

create table entity_version (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    entity_id varchar(500) not null,
    entity_type varchar(40) not null,
    labels text not null,
    display_name varchar(200) not null,
    tags text not null,
    owners text not null,
    valid_from timestamp(6) with time zone not null,
    valid_to timestamp(6) with time zone
);

create index entity_version_by_id on entity_version (tenant_id, entity_id, valid_from);
create index entity_version_by_type on entity_version (tenant_id, entity_type, entity_id);

create table entity_relation (
    pk varchar(60) not null primary key,
    tenant_id varchar(40) not null,
    from_id varchar(500) not null,
    relation_type varchar(40) not null,
    to_id varchar(500) not null,
    valid_from timestamp(6) with time zone not null,
    valid_to timestamp(6) with time zone
);

create index entity_relation_by_from on entity_relation (tenant_id, from_id);
create index entity_relation_by_to on entity_relation (tenant_id, to_id);
