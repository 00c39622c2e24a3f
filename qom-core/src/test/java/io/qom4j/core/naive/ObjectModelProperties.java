// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.naive;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to objects, the runtime says of them what the rules say. */
class ObjectModelProperties {
    @Provide
    Arbitrary<List<Operation>> operations() {
        return Operation.any();
    }

    @Property(tries = 400)
    void runtimeAgreesWithTheRulesAfterEachOperation(@ForAll("operations") List<Operation> operations) {
        Twin twin = new Twin();
        for (Operation operation : operations) {
            twin.perform(operation);
            twin.check();
        }
        twin.close();
    }
}
