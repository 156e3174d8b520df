// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// Rows of labelled incidents; Hibernate adds the tenant to every query.
@ApplicationScoped
class LabelledIncidentRows implements PanacheRepositoryBase<LabelledIncidentEntity, String> {}
