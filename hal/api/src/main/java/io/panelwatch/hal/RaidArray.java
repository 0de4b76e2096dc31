package io.panelwatch.hal;

/**
 * A software RAID ({@code /proc/mdstat}).
 *
 * @param devices how many it consists of when whole; absent for arrays without redundancy
 * @param missingDevices how many of them it lacks, one that is being rebuilt included; 1 of an
 *     array that does not start, because too many of them are missing to know how many
 */
public record RaidArray(String component, String source, Measured devices, Measured missingDevices)
    implements Sample {}
