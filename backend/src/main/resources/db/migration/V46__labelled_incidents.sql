-- SPDX-License-Identifier: Apache-2.0
-- Stretches of time of which somebody said what they were, so that algorithms can be measured by them.

create table labelled_incident (
    pk        varchar(36)                 not null primary key,
    tenant_id varchar(40)                 not null,
    metric    varchar(200)                not null,
    labels    text                        not null,
    began_at  timestamp(6) with time zone not null,
    ended_at  timestamp(6) with time zone not null,
    useful    boolean                     not null,
    note      varchar(500)                not null,
    made_at   timestamp(6) with time zone not null,
    made_by   varchar(200)                not null
);

create index labelled_incident_time on labelled_incident (tenant_id, began_at);
