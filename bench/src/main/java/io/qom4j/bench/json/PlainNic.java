// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What Jackson makes of an object: a plain one, chosen by {@code qom-type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "qom-type")
@JsonSubTypes(@JsonSubTypes.Type(value = PlainNic.Nic.class, name = "nic"))
public sealed interface PlainNic {
    /**
     * The eight properties of the type that is measured, and the id.
     *
     * @param id the id
     * @param link a property
     * @param rss a property
     * @param offload a property
     * @param queues a property
     * @param mtu a property
     * @param speed a property
     * @param ring a property
     * @param mac a property
     */
    record Nic(
            @JsonProperty("id") String id,
            @JsonProperty("link") boolean link,
            @JsonProperty("rss") boolean rss,
            @JsonProperty("offload") boolean offload,
            @JsonProperty("queues") int queues,
            @JsonProperty("mtu") long mtu,
            @JsonProperty("speed") long speed,
            @JsonProperty("ring") long ring,
            @JsonProperty("mac") String mac)
            implements PlainNic {}
}
