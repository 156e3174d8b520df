-- SPDX-License-Identifier: Apache-2.0
-- What each tenant's metrics mean and when they were last seen.
create table catalog_metric (
    id varchar(40) not null primary key,
    tenant_id varchar(40) not null,
    metric varchar(512) not null,
    metric_type varchar(16) not null,
    unit varchar(64) not null,
    description varchar(2000) not null,
    last_seen timestamp(6) with time zone
);

create unique index catalog_metric_by_name on catalog_metric (tenant_id, metric);
