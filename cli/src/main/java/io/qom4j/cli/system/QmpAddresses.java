// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.error.QomException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where QMP is asked for by options such as {@code --qmp ADDRESS}, in the words of QEMU's option {@code -qmp}.
 *
 * <p>Here a socket listens unless {@code server=off} is said. Immutable. QEMU: monitor/monitor.c, monitor_init_opts.
 */
public final class QmpAddresses {
    private final CharDevices devices;
    private final boolean takesStandardStreams;
    private final List<MonitorRequest> requests;

    private QmpAddresses(CharDevices devices, List<MonitorRequest> requests) {
        this.devices = devices;
        this.takesStandardStreams = devices.all().values().stream().anyMatch(CharDevice.Stdio.class::isInstance);
        this.requests = List.copyOf(requests);
    }

    /**
     * Reads the arguments of options, without opening anything.
     *
     * @param option how the option is called where something is wrong with an argument
     * @param arguments the arguments
     * @throws StartException if one is wrong
     */
    public static QmpAddresses read(String option, List<String> arguments) {
        CharDevices devices = new CharDevices(true);
        List<MonitorRequest> requests = new ArrayList<>();
        for (String argument : arguments) {
            Place place = Place.option(option, argument);
            requests.add(
                    new MonitorRequest(device(devices, argument, place), MonitorRequest.Mode.CONTROL, false, place));
        }
        return new QmpAddresses(devices, requests);
    }

    private static String device(CharDevices devices, String argument, Place place) {
        try {
            return devices.checked(devices.inPlace(argument, place));
        } catch (StartException e) {
            throw e;
        } catch (QomException e) {
            throw place.refusal(e);
        }
    }

    /** Tells whether nothing is asked for. */
    public boolean isEmpty() {
        return requests.isEmpty();
    }

    /** Tells whether standard input and output are to be spoken on, so that nothing else may be. */
    public boolean takeStandardStreams() {
        return takesStandardStreams;
    }

    CharDevices devices() {
        return devices;
    }

    List<MonitorRequest> requests() {
        return requests;
    }
}
