mod data;
mod find;
