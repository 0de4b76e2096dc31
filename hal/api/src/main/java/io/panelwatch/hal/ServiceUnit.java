package io.panelwatch.hal;

/**
 * A systemd unit that somebody watches ({@link WatchList#units}).
 *
 * @param component its full name: {@code kiosk.service}
 * @param failed it has failed, and not been started again since; {@link Measured.Failed} where that
 *     would be told is missing
 * @param alive processes of it run ({@code populated} of its {@code cgroup.events}), those that a
 *     failed one left behind included; absent where it has no control group, as after its end
 */
public record ServiceUnit(String component, String source, Measured failed, Measured alive)
    implements Sample {}
