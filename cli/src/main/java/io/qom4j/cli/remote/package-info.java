// SPDX-License-Identifier: Apache-2.0
/**
 * A client of QMP servers, ours and QEMU's, as far as commands need one.
 *
 * <pre>{@code
 * try (QmpClient client = QmpClient.connect("unix:/run/vm/qmp.sock")) {
 *     Object children = client.execute("qom-list", Map.of("path", "/objects"));
 * }
 * }</pre>
 */
@NullMarked
package io.qom4j.cli.remote;

import org.jspecify.annotations.NullMarked;
