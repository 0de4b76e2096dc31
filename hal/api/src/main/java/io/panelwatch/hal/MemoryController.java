package io.panelwatch.hal;

/**
 * A memory controller that checks what it reads ({@code /sys/devices/system/edac/mc/*}).
 *
 * @param uncorrectedErrors {@code ue_count} since its driver was loaded
 * @param correctedErrors {@code ce_count} since then, a counter
 */
public record MemoryController(
    String component, String source, Measured uncorrectedErrors, Measured correctedErrors)
    implements Sample {}
