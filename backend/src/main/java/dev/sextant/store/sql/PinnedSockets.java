// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Sockets that connect to the address that was checked, whatever the driver finds for the host's name; the driver keeps the
/// name, which the certificate must be for.
public final class PinnedSockets extends SocketFactory {
    private final InetAddress address;

    /// @param address in figures; the driver makes the factory from its name and this argument
    public PinnedSockets(String address) throws IOException {
        this.address = InetAddress.getByName(address);
    }

    @Override
    public Socket createSocket() {
        return new PinnedSocket(address);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(address, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return new Socket(address, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return new Socket(address, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return new Socket(address, port, local, localPort);
    }

    private static final class PinnedSocket extends Socket {
        private final InetAddress address;

        PinnedSocket(InetAddress address) {
            this.address = address;
        }

        @Override
        public void connect(SocketAddress asked, int timeout) throws IOException {
            if (!(asked instanceof InetSocketAddress wanted)) {
                throw new IOException("only an address and a port can be connected to");
            }
            super.connect(new InetSocketAddress(address, wanted.getPort()), timeout);
        }
    }
}
