-- SPDX-License-Identifier: Apache-2.0
-- How long a tenant's samples are kept, where it is not as long as the platform keeps them.
create table retention (
    pk        varchar(36) not null primary key,
    tenant_id varchar(40) not null,
    seconds   bigint      not null,
    constraint retention_of_tenant unique (tenant_id)
);
