package io.panelwatch.hal;

/**
 * What the kernel cools with ({@code /sys/class/thermal/cooling_device*},
 * Documentation/driver-api/thermal/sysfs-api.rst of the kernel): a fan, or a processor that it
 * slows down.
 *
 * <p>No fault is judged by it. A state means what its driver makes of it: a fan is at its highest
 * on every warm day, a setting ({@code TCC Offset}) never moves, and other programs choose states
 * as well. That a processor was slowed down is told by {@link Throttling}; how far, beside a hot
 * {@link Sample.Temperature}, is told here.
 *
 * @param component the {@code type} that its driver gives: {@code thermal-cpufreq-0}, {@code
 *     pwm-fan}; with the address of its hardware where that is known
 * @param state {@code cur_state}: 0 does nothing; absent where its driver has none to tell
 * @param maxState {@code max_state}: does all that it can
 */
public record CoolingDevice(String component, String source, Measured state, Measured maxState)
    implements Sample {}
