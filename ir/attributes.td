// All attributes of the dialect, for the one parser that it has.
include "ir/dialect.td"
include "ir/sharding.td"
