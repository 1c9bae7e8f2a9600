/// Access logs of web servers, proxies and load balancers: each request with its status, route and time.
///
/// First to read: `AccessLog`. May use: `data`, `work`, `readers`, `readers.text`.
@NullMarked
package org.tailwright.readers.accesslog;

import org.jspecify.annotations.NullMarked;
