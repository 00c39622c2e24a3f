// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.stress.Race;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers of a table of names beside writers, who come one at a time. */
class NameTableStressTest {
    private static final int VISITS = 20;
    private static final int LOOKS = 200;

    /** More than a new table has room for, twice. */
    private static final int MANY = 150;

    /** A table, an object that stays in it, and visitors. */
    private static final class Names {
        final Qom qom = Qom.builder().build();
        final NameTable table = new NameTable();
        final QomObject resident = enter("home", "x");

        QomObject enter(String owner, String name) {
            return qom.exclusively(() -> {
                QomObject made = qom.newObject(Container.TYPE_NAME);
                qom.tree().container(owner).addChild(name, made);
                made.unref();
                table.add(made, name);
                return made;
            });
        }

        void leave(QomObject object) {
            qom.exclusively(() -> {
                table.remove(object, String.valueOf(object.name()));
                object.unparent();
            });
        }

        void visitOften(String owner, String name) {
            for (int i = 0; i < VISITS; i++) {
                leave(enter(owner, name));
            }
        }

        void visitTogether(String owner) {
            List<QomObject> visitors = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                visitors.add(enter(owner, "visitor" + i));
            }
            visitors.forEach(this::leave);
        }
    }

    @Test
    void whoStaysIsFoundByANameThatOthersTakeAndLeave() {
        Race.over(Names::new)
                .actor(names -> names.visitOften("first", "x"))
                .actor(names -> names.visitOften("second", "x"))
                .actor(names -> {
                    for (int i = 0; i < LOOKS; i++) {
                        assertThat(names.table.get("x")).contains(names.resident);
                    }
                })
                .then(names -> assertThat(names.table.get("x")).containsExactly(names.resident))
                .run();
    }

    @Test
    void whoStaysIsFoundWhileTheTableGrowsAndEmpties() {
        Race.over(Names::new)
                .actor(names -> names.visitTogether("first"))
                .actor(names -> names.visitTogether("second"))
                .actor(names -> {
                    for (int i = 0; i < LOOKS; i++) {
                        assertThat(names.table.get("x")).containsExactly(names.resident);
                    }
                })
                .then(names -> {
                    for (int i = 0; i < MANY; i++) {
                        assertThat(names.table.get("visitor" + i)).isEmpty();
                    }
                })
                .run();
    }

    @Test
    void aNameThatNobodyHasForAMomentLeadsToNobodyOfAnother() {
        Race.over(Names::new)
                .actor(names -> names.visitOften("first", "y"))
                .actor(names -> names.visitOften("second", "y"))
                .actor(names -> {
                    for (int i = 0; i < LOOKS; i++) {
                        assertThat(names.table.get("y"))
                                .hasSizeLessThanOrEqualTo(2)
                                .allMatch(each -> "y".equals(each.lastName()));
                    }
                })
                .then(names -> assertThat(names.table.get("y")).isEmpty())
                .run();
    }
}
