"""Many documents: each in a worker process under limits, what is known of it kept in a cache, on this machine or on a cluster."""
