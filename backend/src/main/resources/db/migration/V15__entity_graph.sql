-- SPDX-License-Identifier: Apache-2.0
-- One open version per entity and one open stretch per relation, whoever imports at the same time; what kinds of labels
-- tell entities apart; changes and maintenance.

alter table entity_version add column open_id varchar(500);
update entity_version set valid_to = (
    select max(newer.valid_from) from entity_version newer
    where newer.tenant_id = entity_version.tenant_id and newer.entity_id = entity_version.entity_id
      and newer.valid_to is null)
where valid_to is null and exists (
    select 1 from entity_version newer
    where newer.tenant_id = entity_version.tenant_id and newer.entity_id = entity_version.entity_id
      and newer.valid_to is null
      and (newer.valid_from > entity_version.valid_from
        or (newer.valid_from = entity_version.valid_from and newer.pk > entity_version.pk)));
update entity_version set open_id = entity_id where valid_to is null;
create unique index entity_version_open on entity_version (tenant_id, open_id);

alter table entity_relation add column open_id varchar(1100);
delete from entity_relation where valid_to is null and exists (
    select 1 from entity_relation older
    where older.tenant_id = entity_relation.tenant_id and older.from_id = entity_relation.from_id
      and older.relation_type = entity_relation.relation_type and older.to_id = entity_relation.to_id
      and older.valid_to is null and older.pk < entity_relation.pk);
update entity_relation set open_id = from_id || ' ' || relation_type || ' ' || to_id where valid_to is null;
create unique index entity_relation_open on entity_relation (tenant_id, open_id);

create table entity_shape (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    shape varchar(700) not null
);
create unique index entity_shape_by_shape on entity_shape (tenant_id, shape);

create table entity_change (
    pk varchar(60) not null primary key,
    tenant_id varchar(40) not null,
    entity_id varchar(500) not null,
    change_kind varchar(40) not null,
    description varchar(500) not null,
    changed_at timestamp(6) with time zone not null
);
create index entity_change_by_time on entity_change (tenant_id, changed_at);
create index entity_change_by_entity on entity_change (tenant_id, entity_id, changed_at);

create table entity_maintenance (
    pk varchar(60) not null primary key,
    tenant_id varchar(40) not null,
    entity_id varchar(500) not null,
    reason varchar(500) not null,
    valid_from timestamp(6) with time zone not null,
    valid_to timestamp(6) with time zone not null
);
create index entity_maintenance_by_time on entity_maintenance (tenant_id, valid_to);

create table entity_discovery (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    version integer not null,
    rules text not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(200) not null
);
create unique index entity_discovery_by_tenant on entity_discovery (tenant_id);

create table entity_sighting (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    entity_id varchar(500) not null,
    seen_at timestamp(6) with time zone not null
);
create unique index entity_sighting_by_entity on entity_sighting (tenant_id, entity_id);
create index entity_sighting_by_time on entity_sighting (tenant_id, seen_at);
