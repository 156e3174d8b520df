// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.tenant.TenantId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/// The guard of where calls for tenants may go. A tenant names the address but this machine calls it, so that a bad one
/// could reach what only this machine can. It hands out the very address that is then connected to, so that a name can't be
/// one address when it is checked and another when it is called.
///
/// @param privateFor tenants that may name loopback and private addresses; `*` means all
/// @param setting what an operator changes to allow more, as the refusal says it
public record Addresses(Set<String> privateFor, String setting) {
    private static final String EVERYBODY = "*";

    public Addresses {
        privateFor = Set.copyOf(privateFor);
    }

    /// The address that this tenant's host is called at.
    public InetAddress resolve(TenantId tenant, String host) throws AddressRefusedException {
        var address = first(host);
        var reach = Reach.of(address.getAddress());
        if (reach == Reach.NEVER || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            throw new AddressRefusedException(
                    said(
                            host,
                            address,
                            "%2$s may not be called",
                            "%s is at %s, which may not be called"));
        }
        boolean isPrivate =
                reach == Reach.PRIVATE
                        || address.isLoopbackAddress()
                        || address.isAnyLocalAddress()
                        || address.isSiteLocalAddress();
        if (isPrivate && !privateFor.contains(EVERYBODY) && !privateFor.contains(tenant.value())) {
            throw new AddressRefusedException(
                    said(
                                    host,
                                    address,
                                    "the private address %2$s may not be called",
                                    "%s is at the private address %s")
                            + "; an operator can allow that with "
                            + setting);
        }
        return address;
    }

    /// A name is told with its address; an address that was named itself is not told twice.
    private static String said(String host, InetAddress address, String alone, String both) {
        var number = address.getHostAddress();
        return (host.equals(number) ? alone : both).formatted(host, number);
    }

    private static InetAddress first(String host) throws AddressRefusedException {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.getAllByName(name)[0];
        } catch (UnknownHostException _) {
            throw new AddressRefusedException("the name %s is not known".formatted(host));
        }
    }

    /// What the bytes of an address say that Java has no question for.
    enum Reach {
        PUBLIC,
        PRIVATE,
        NEVER;

        static Reach of(byte[] bytes) {
            return bytes.length == 4 ? four(bytes) : six(bytes);
        }

        // 100.100.100.200 and 169.254.x.x hold credentials in clouds; 224.0.0.0 and up is no
        // host's.
        private static Reach four(byte[] bytes) {
            int first = bytes[0] & 0xff;
            int second = bytes[1] & 0xff;
            boolean isClouds = first == 100 && second == 100 && bytes[2] == 100;
            if (isClouds || first >= 224 || (first == 169 && second == 254)) {
                return NEVER;
            }
            boolean isShared = first == 100 && (second & 0xc0) == 0x40;
            boolean isReserved = first == 192 && second == 0 && bytes[2] == 0;
            boolean isBenchmark = first == 198 && (second & 0xfe) == 18;
            boolean isHome =
                    first == 10
                            || first == 127
                            || (first == 172 && (second & 0xf0) == 16)
                            || (first == 192 && second == 168);
            return first == 0 || isShared || isReserved || isBenchmark || isHome ? PRIVATE : PUBLIC;
        }

        // fc00::/7 is private. 64:ff9b::/96 and 2002::/16 carry an address of version 4, and so
        // does ::/96.
        private static Reach six(byte[] bytes) {
            if ((bytes[0] & 0xfe) == 0xfc) {
                return bytes[1] == 0 && bytes[2] == 0x0e && bytes[3] == (byte) 0xc2
                        ? NEVER
                        : PRIVATE;
            }
            if (bytes[0] == 0x20 && bytes[1] == 0x02) {
                return four(new byte[] {bytes[2], bytes[3], bytes[4], bytes[5]});
            }
            boolean isTranslated =
                    bytes[0] == 0
                            && bytes[1] == 0x64
                            && bytes[2] == (byte) 0xff
                            && bytes[3] == (byte) 0x9b;
            boolean isZero = bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0;
            return isTranslated || isZero
                    ? four(new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]})
                    : PUBLIC;
        }
    }
}
