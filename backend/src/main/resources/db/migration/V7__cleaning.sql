-- SPDX-License-Identifier: Apache-2.0
-- What each tenant does to samples on their way in.
create table cleaning (
    pk         varchar(36)                 not null primary key,
    tenant_id  varchar(40)                 not null,
    version    integer                     not null,
    steps      text                        not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(200)                not null,
    constraint cleaning_of_tenant unique (tenant_id)
);
