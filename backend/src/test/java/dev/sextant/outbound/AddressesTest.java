// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.outbound.Addresses.Reach;
import dev.sextant.tenant.TenantId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    private static final TenantId ACME = new TenantId("acme");

    private final Addresses addresses = new Addresses(Set.of(), "some.setting");

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8,PUBLIC",
        "2606:4700::1111,PUBLIC",
        "10.1.2.3,PRIVATE",
        "127.9.9.9,PRIVATE",
        "172.31.0.1,PRIVATE",
        "192.168.1.1,PRIVATE",
        "100.64.0.1,PRIVATE",
        "0.0.0.0,PRIVATE",
        "::1,PRIVATE",
        "::ffff:127.0.0.1,PRIVATE",
        "64:ff9b::7f00:1,PRIVATE",
        "2002:7f00:1::,PRIVATE",
        "fd12::1,PRIVATE",
        "169.254.169.254,NEVER",
        "64:ff9b::a9fe:a9fe,NEVER",
        "100.100.100.200,NEVER",
        "fd00:ec2::254,NEVER",
        "255.255.255.255,NEVER"
    })
    void knowsHowFarAnAddressReaches(String address, Reach reach) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address).getAddress())).isEqualTo(reach);
    }

    @Test
    void anAddressThatWasNamedItselfIsNotToldTwice() {
        assertThatThrownBy(() -> addresses.resolve(ACME, "169.254.169.254"))
                .hasMessage("169.254.169.254 may not be called");
        assertThatThrownBy(() -> addresses.resolve(ACME, "10.0.0.1"))
                .hasMessage(
                        "the private address 10.0.0.1 may not be called; an operator can allow that with some.setting");
        assertThatThrownBy(() -> addresses.resolve(ACME, "localhost"))
                .hasMessageStartingWith("localhost is at the private address ")
                .hasMessageEndingWith("; an operator can allow that with some.setting");
    }
}
