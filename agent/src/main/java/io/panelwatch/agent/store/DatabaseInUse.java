package io.panelwatch.agent.store;

/**
 * The database that is written, to be known again. A file alone says too little: after a failure of
 * the storage the same one is opened anew with another log, and who reads the former log beside it
 * reads two that do not belong together.
 *
 * @param inode of its file
 * @param opening so many times a database was opened to be written, by this program
 */
record DatabaseInUse(long inode, int opening) {}
