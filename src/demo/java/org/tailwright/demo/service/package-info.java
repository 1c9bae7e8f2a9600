/// The service under load: an HTTP server, a lock, a connection pool, a simulated database and payment gateway.
///
/// Read [CheckoutService] first, then [Endpoints]. Waiting is simulated by sleeping with seeded laws; queueing, locking,
/// time-outs and garbage collection are real.
package org.tailwright.demo.service;
