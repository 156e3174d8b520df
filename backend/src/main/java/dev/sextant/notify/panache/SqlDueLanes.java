// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import dev.sextant.notify.DueLanes;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Reads over all tenants where there is something to send. Plain SQL, because a Hibernate session belongs to one tenant and
/// must stay so: this is the only statement of the room that crosses tenants, and it reads nothing but ids.
@ApplicationScoped
public class SqlDueLanes implements DueLanes {
    private static final String QUERY =
            "select distinct tenant_id, channel_id from notify_delivery where status = 'WAITING' and due_at <= ?";

    private final DataSource source;

    SqlDueLanes(DataSource source) {
        this.source = source;
    }

    @Override
    public List<Lane> list(Instant now) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(QUERY)) {
            statement.setObject(1, DeliveryRows.stored(now).atOffset(ZoneOffset.UTC));
            return lanes(statement.executeQuery());
        } catch (SQLException problem) {
            throw new IllegalStateException("the outbox can't be read", problem);
        }
    }

    private static List<Lane> lanes(ResultSet rows) throws SQLException {
        var lanes = new ArrayList<Lane>();
        while (rows.next()) {
            lanes.add(new Lane(new TenantId(rows.getString(1)), rows.getString(2)));
        }
        return lanes;
    }
}
