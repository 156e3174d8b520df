-- SPDX-License-Identifier: Apache-2.0
-- What each tenant has scraped.
create table scrape_target (
    pk         varchar(36)  not null primary key,
    tenant_id  varchar(40)  not null,
    version    integer      not null,
    name       varchar(1000) not null,
    definition text         not null
);

create index scrape_target_by_tenant on scrape_target (tenant_id);
