// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.outbound.AddressRefusedException;
import dev.sextant.outbound.Addresses;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;

/// The guard of where scrapes may go.
@ApplicationScoped
public class TargetAddresses {
    private final Addresses addresses;

    TargetAddresses(ScrapeConfig config) {
        addresses =
                new Addresses(
                        config.privateAddressesFor(),
                        "sextant.ingest.scrape.private-addresses-for");
    }

    /// The address that this tenant's target is called at.
    InetAddress resolve(TenantId tenant, String host) throws ScrapeFailedException {
        try {
            return addresses.resolve(tenant, host);
        } catch (AddressRefusedException refused) {
            throw new ScrapeFailedException(refused.detail());
        }
    }
}
