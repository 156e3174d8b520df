-- SPDX-License-Identifier: Apache-2.0
-- ONNX models of algorithms that tenants registered, each file once for all versions that have it.

create table own_algorithm_model (
    pk             varchar(36) not null primary key,
    tenant_id      varchar(40) not null,
    algorithm_name varchar(60) not null,
    sha256         varchar(64) not null,
    byte_count     integer     not null,
    content        text        not null,
    constraint own_algorithm_model_file unique (tenant_id, algorithm_name, sha256)
);

alter table own_algorithm_version add column model_sha256 varchar(64);
