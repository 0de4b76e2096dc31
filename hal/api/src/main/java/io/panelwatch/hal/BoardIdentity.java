package io.panelwatch.hal;

/**
 * What a board says of itself; an empty string where it says nothing.
 *
 * @param model as in {@code /sys/firmware/devicetree/base/model} or DMI's product name
 * @param serial as in the device tree's {@code serial-number} or DMI's product serial
 */
public record BoardIdentity(String model, String serial) {}
