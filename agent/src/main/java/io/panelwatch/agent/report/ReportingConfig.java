package io.panelwatch.agent.report;

import java.net.URI;

/**
 * What the link needs to know.
 *
 * @param broker {@code tcp://} or {@code mqtt://}, on this machine
 * @param profile what messages say of the device
 */
public record ReportingConfig(URI broker, DeviceProfile profile) {}
