package io.panelwatch.agent.fault.lifecycle.model;

/**
 * What is kept of a subject that has failed, as of the latest look at which that has changed.
 *
 * @param total how many episodes there were
 * @param thisBoot how many of them began in that boot
 * @param lastFault the faultId of the latest
 * @param clean how many boots or days were clean since it failed, 40 at most
 * @param boot the boot of the look
 * @param day which day of that boot, from 0
 * @param tested whether it was seen on that day that it is well, or that it is not
 * @param failed whether it was a fault on that day
 * @param judgedInBoot whether a look of that boot could tell anything of it
 * @param failedInBoot whether it was a fault on any day of that boot
 */
public record Remembered(
    Subject subject,
    int total,
    int thisBoot,
    String lastFault,
    int clean,
    int boot,
    long day,
    boolean tested,
    boolean failed,
    boolean judgedInBoot,
    boolean failedInBoot) {}
