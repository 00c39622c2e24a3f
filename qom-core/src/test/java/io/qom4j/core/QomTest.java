// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.qom4j.core.text.Warning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What modules contribute to a runtime, and what becomes of it at the end. */
class QomTest {
    private interface Clock {}

    private interface Calendar {}

    private static Qom with(QomModule... modules) {
        Qom.Builder builder = Qom.builder();
        for (QomModule module : modules) {
            builder.module(module);
        }
        return builder.build();
    }

    private static <S> QomModule offering(Class<S> type, java.util.function.Function<Qom, S> maker) {
        return new QomModule() {
            @Override
            public void offerServices(Services services) {
                services.offer(type, maker);
            }
        };
    }

    @Test
    void moduleRegistersItsTypes() {
        Qom qom = with(new QomModule() {
            @Override
            public void registerTypes(TypeRegistry types) {
                types.register(Thing.type("thing").build());
            }
        });
        assertThat(qom.types().contains("thing")).isTrue();
    }

    @Test
    void serviceIsMadeOnceWhenFirstAskedFor() {
        List<Qom> askedBy = new ArrayList<>();
        Qom qom = with(offering(Clock.class, runtime -> {
            askedBy.add(runtime);
            return new Clock() {};
        }));
        assertThat(askedBy).isEmpty();
        assertThat(qom.service(Clock.class)).isSameAs(qom.service(Clock.class));
        assertThat(askedBy).containsExactly(qom);
    }

    @Test
    void serviceThatNobodyOffersIsRefused() {
        Qom qom = with();
        assertThatThrownBy(() -> qom.service(Clock.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no module offers the service ");
    }

    @Test
    void serviceIsOfferedOnce() {
        QomModule module = offering(Clock.class, runtime -> new Clock() {});
        assertThatThrownBy(() -> with(module, module))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("two modules offer the service ");
    }

    @Test
    void servicesMayNeedEachOtherButNotInARing() {
        Qom line = with(offering(Clock.class, runtime -> new Clock() {}), offering(Calendar.class, runtime -> {
            runtime.service(Clock.class);
            return new Calendar() {};
        }));
        assertThat(line.service(Calendar.class)).isNotNull();
        Qom ring = with(
                offering(Clock.class, runtime -> (Clock) runtime.service(Calendar.class)),
                offering(Calendar.class, runtime -> (Calendar) runtime.service(Clock.class)));
        assertThatThrownBy(() -> ring.service(Clock.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs that service itself");
    }

    @Test
    void makerThatFailedIsAskedAgain() {
        List<Integer> tries = new ArrayList<>();
        Qom qom = with(offering(Clock.class, runtime -> {
            tries.add(tries.size());
            if (tries.size() == 1) {
                throw new IllegalStateException("not yet");
            }
            return new Clock() {};
        }));
        assertThatThrownBy(() -> qom.service(Clock.class)).hasMessage("not yet");
        assertThat(qom.service(Clock.class)).isNotNull();
    }

    @Test
    void makerThatReturnsNothingIsRefused() {
        Qom qom = with(offering(Clock.class, runtime -> null));
        assertThatThrownBy(() -> qom.service(Clock.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("returned null");
    }

    @Test
    void servicesAreClosedInReverseOrderOfMaking() {
        List<String> log = new ArrayList<>();
        record First(List<String> log) implements AutoCloseable {
            @Override
            public void close() {
                log.add("first");
            }
        }
        record Second(List<String> log) implements AutoCloseable {
            @Override
            public void close() {
                log.add("second");
            }
        }
        Qom qom = with(
                offering(First.class, runtime -> new First(log)), offering(Second.class, runtime -> new Second(log)));
        qom.service(First.class);
        qom.service(Second.class);
        qom.close();
        assertThat(log).containsExactly("second", "first");
    }

    @Test
    void serviceThatWasNeverMadeIsNotClosed() {
        AutoCloseable never = mock(AutoCloseable.class);
        with(offering(AutoCloseable.class, runtime -> never)).close();
        verifyNoMoreInteractions(never);
    }

    @Test
    void failureToCloseOneServiceLeavesNoOtherOpen() throws Exception {
        Qom inner = Qom.builder().build();
        Qom qom = with(offering(Qom.class, runtime -> inner), offering(AutoCloseable.class, runtime -> () -> {
            throw new java.io.IOException("stuck");
        }));
        qom.service(Qom.class);
        qom.service(AutoCloseable.class);
        assertThatThrownBy(qom::close).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("stuck");
        assertThat(inner.isClosed()).isTrue();
    }

    @Test
    void closedRuntimeMakesNoServices() {
        Qom qom = with(offering(Clock.class, runtime -> new Clock() {}));
        qom.close();
        assertThatThrownBy(() -> qom.service(Clock.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the runtime is closed");
    }

    @Test
    void objectsEndBeforeServicesAreClosed() {
        List<String> log = new ArrayList<>();
        Qom qom = with(offering(AutoCloseable.class, runtime -> () -> log.add("service")));
        qom.types()
                .register(Thing.type("thing")
                        .instanceFinalize(thing -> log.add("object"))
                        .build());
        qom.service(AutoCloseable.class);
        QomObject thing = qom.newObject("thing");
        qom.root().addChild("thing", thing);
        thing.unref();
        qom.close();
        assertThat(log).containsExactly("object", "service");
    }

    @Test
    void warningsGoToWhomTheRuntimeWasToldOf() {
        List<Warning> heard = new ArrayList<>();
        Qom.builder().warnings(heard::add).build().warn("careful");
        assertThat(heard).containsExactly(Warning.of("careful"));
    }

    @Test
    void exclusiveChangeReturnsItsResultAndNests() {
        Qom qom = with();
        assertThat(qom.isHeldExclusively()).isFalse();
        int result = qom.exclusively(() -> qom.exclusively(() -> qom.isHeldExclusively() ? 1 : 0));
        assertThat(result).isEqualTo(1);
        assertThat(qom.isHeldExclusively()).isFalse();
    }

    @Test
    void exclusiveChangeThatThrowsGivesTheLockBack() {
        Qom qom = with();
        assertThatThrownBy(() -> qom.exclusively(() -> {
                    throw new IllegalStateException("never");
                }))
                .hasMessage("never");
        assertThat(qom.isHeldExclusively()).isFalse();
    }
}
