package org.tailwright.readers.zipkin;

/// Where a report comes from, or which other side it names; empty texts where it does not say.
final class ZipkinPlace {
    String service = "";
    String address = "";
    String port = "";

    void clear() {
        service = "";
        address = "";
        port = "";
    }

    void copy(ZipkinPlace other) {
        service = other.service;
        address = other.address;
        port = other.port;
    }

    boolean isEmpty() {
        return service.isEmpty() && address.isEmpty();
    }

    /// Tells places apart; the port does not, since callers use any.
    String key() {
        return service + "@" + address;
    }
}
