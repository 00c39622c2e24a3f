// SPDX-License-Identifier: Apache-2.0
/**
 * Commands: what a client can ask a monitor to do, declared once.
 *
 * <p>A {@link io.qom4j.monitor.command.Command} has a name, {@linkplain io.qom4j.monitor.command.Parameter parameters}, a type of
 * result, and the code that does it. From this one declaration come the checking of arguments with QEMU's texts,
 * {@code query-commands}, and {@code query-qmp-schema}. A component contributes commands with a
 * {@link io.qom4j.monitor.command.CommandSet}, found by {@link java.util.ServiceLoader}:
 *
 * <pre>{@code
 * public final class EchoCommands implements CommandSet {
 *     private static final Parameter<String> TEXT = Parameter.string("text").describe("What to say");
 *
 *     public List<Command> commands() {
 *         return List.of(Command.named("x-echo")
 *                 .describe("Says what it is told")
 *                 .parameters(TEXT)
 *                 .returns(ValueType.string(), call -> call.get(TEXT)));
 *     }
 * }
 * }</pre>
 *
 * <p>Guaranteed: code of a command sees only arguments that suit the declaration; what it throws as a
 * {@link io.qom4j.core.error.QomException} becomes the error of the reply. Commands are immutable and thread-safe.
 */
@NullMarked
package io.qom4j.monitor.command;

import org.jspecify.annotations.NullMarked;
