"""Making two records of one client or person one."""
