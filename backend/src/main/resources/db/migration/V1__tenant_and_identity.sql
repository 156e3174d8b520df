-- SPDX-License-Identifier: Apache-2.0
-- Who may come in. These tables belong to no single tenant: they say which tenants there are and who may see them.

create table tenant (
    id varchar(40) not null primary key,
    name varchar(120) not null,
    created_at timestamp(6) with time zone not null
);

create table account (
    name varchar(120) not null primary key,
    password_hash varchar(100) not null,
    operator boolean not null,
    created_at timestamp(6) with time zone not null
);

create table member (
    account varchar(120) not null references account (name),
    tenant_id varchar(40) not null references tenant (id),
    role varchar(16) not null,
    joined_at timestamp(6) with time zone not null,
    primary key (account, tenant_id)
);

-- Only hashes of secrets are kept: whoever reads this table can't sign in with it.
create table session (
    hash varchar(64) not null primary key,
    account varchar(120) not null references account (name),
    created_at timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone not null
);

create index session_seen on session (seen_at);

create table token (
    id varchar(40) not null primary key,
    tenant_id varchar(40) not null references tenant (id),
    name varchar(120) not null,
    account varchar(120) not null references account (name),
    role varchar(16) not null,
    operator boolean not null,
    hash varchar(64) not null unique,
    created_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);

create index token_tenant on token (tenant_id, created_at);
