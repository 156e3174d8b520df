-- SPDX-License-Identifier: Apache-2.0
-- What people say of metrics, and how many series they had.
create table metric_note (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    metric varchar(512) not null,
    owners text not null,
    tags text not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(200) not null
);
create unique index metric_note_by_metric on metric_note (tenant_id, metric);

create table metric_count (
    pk varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    metric varchar(512) not null,
    counted_at timestamp(6) with time zone not null,
    series bigint not null
);
create index metric_count_by_metric on metric_count (tenant_id, metric, counted_at);
create index metric_count_by_time on metric_count (tenant_id, counted_at);
