/** Source texts that the build puts in, of files beside the page. */
declare module "*.txt" {
  const text: string;
  export default text;
}
